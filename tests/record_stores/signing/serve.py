"""The store that signs in, on a port, with its statements in a file."""

import sys

import uvicorn
from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND  # else its file takes one request, and no other

uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
