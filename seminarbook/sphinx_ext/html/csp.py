"""The Content-Security-Policy that every page carries."""

from __future__ import annotations

import base64
import hashlib


def script_hash(text: str) -> str:
    """The policy's name for an inline script with exactly this text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(inline_script: str, *, inline_styles: bool) -> str:
    """Everything from the book's own place, nothing else, and no other inline script.

    Scripts are allowed by file or by hash only, and none may make code out of text. Styles in
    the page are allowed only where there are any: Plotly writes some, and so do tables whose
    author gave the widths of columns.
    """
    styles = " 'unsafe-inline'" if inline_styles else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {script_hash(inline_script)}",
            f"style-src 'self'{styles}",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )
