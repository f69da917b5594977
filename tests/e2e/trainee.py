"""A trainee at the browser: finds things by what they are, waits for what comes."""

from collections.abc import Callable

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

WAIT = 20_000
"""Milliseconds in which the page has to show what was asked for."""

INPUT = "[data-testid=stChatInput] textarea"
STILL = """() => document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""
"""A fold that opens, or a drawer, has come to its end; what turns for ever does not count."""

BUBBLE = "[data-testid=stChatMessage]"


class Trainee:
    """One tab. ``complaints`` are the console's errors, ``abroad`` the requests that left the machine."""

    def __init__(self, browser: Browser, address: str, language: str, width: int, scheme: str = "light") -> None:
        self.address, self.complaints, self.abroad = address, list[str](), list[str]()
        size = {"width": width, "height": 844 if width < 600 else 900}
        locale = {"es": "es-MX", "en": "en-US"}[language]
        self._context = browser.new_context(viewport=size, locale=locale, color_scheme=scheme)  # type: ignore[arg-type]
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(WAIT)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)

    def close(self) -> None:
        self._context.close()

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)

    def be(self, profile: str) -> None:
        """Somebody this browser knows already."""
        self._context.add_cookies([{"name": "acuerdo_profile", "value": profile, "url": self.address}])

    def refresh(self) -> None:
        self.page.reload()

    def click(self, key: str) -> None:
        """Press what bears the key once the page has settled, as a person would."""
        self.settled()
        self.page.locator(f".st-key-{key} button").first.click()

    def pick(self, key: str, words: str) -> None:
        """Choose in a list by typing, as one does with the keyboard."""
        self.settled()
        box = self.page.locator(f".st-key-{key} input").first
        box.click()
        box.press_sequentially(words)
        expect(self.page.get_by_role("option").first).to_contain_text(words, timeout=WAIT)
        box.press("Enter")

    def settled(self) -> None:
        """Wait until the page is drawn to its end and nothing in it moves: a click meanwhile may hit what goes away."""
        expect(self.page.locator("[data-test-script-state=notRunning]")).to_have_count(1, timeout=WAIT)
        self.page.wait_for_function(STILL, timeout=WAIT)

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait for what no page shows, such as that a pause in typing has saved."""
        for _look in range(WAIT // 100):
            if happened():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("it did not happen")

    def sees(self, words: str) -> None:
        expect(self.page.locator("[data-testid=stMain]")).to_contain_text(words, timeout=WAIT)

    def finds(self, selector: str) -> None:
        expect(self.page.locator(selector).first).to_be_visible(timeout=WAIT)

    def say(self, text: str) -> None:
        """Write a reply, send it, wait for the answer."""
        before = self.page.locator(BUBBLE).count()
        box = self.page.locator(INPUT)
        box.fill(text)
        box.press("Enter")
        expect(self.page.locator(BUBBLE)).to_have_count(before + 2, timeout=WAIT)

    def write_note(self, text: str) -> None:
        """Write the note of the follow-up and be done with it, without waiting for the pause that saves it."""
        note = self.page.locator("textarea").first
        note.fill(text)
        note.press("Control+Enter")

    def heard(self) -> list[str]:
        """Everything said in the call, in order."""
        return self.page.locator(f"{BUBBLE} .said").all_inner_texts()

    def overflows(self) -> bool:
        """Whether the page is wider than the screen."""
        widest = (
            "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
        )
        return bool(self.page.evaluate(f"() => {widest} > window.innerWidth"))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.abroad.append(request.url)
