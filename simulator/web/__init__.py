"""The pages before the pages: signing in and out, invitations, the password. Plain HTTP, no script, no Streamlit."""
