"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A machine may be busy with other things: how long an example takes says nothing.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
