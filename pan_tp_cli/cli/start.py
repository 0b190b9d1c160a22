"""Where the process begins: what must happen before anything heavy is imported."""

import gc
import os
from typing import Final

from pan_tp_cli.cli import spared

DISABLED: Final = "PYDANTIC_DISABLE_PLUGINS"
ALL: Final = "__all__"


def main() -> None:
    """Run pan-tp and end the process with its exit code.

    Four things spare a check a third of its time (docs/decisions/0004, 0025). pydantic is told not
    to look through all installed packages for plugins of its own. Modules that libraries import
    and hardly ever use wait for their first use. The garbage collector is off: one short process
    makes no garbage worth its passes. And the process ends at once, all output being written,
    instead of taking its modules down one by one.
    """
    gc.disable()
    spared.postpone()
    if os.environ.setdefault(DISABLED, ALL) == ALL:
        spared.load_no_plugins()
    from pan_tp_cli.cli.main import main as run_main  # after the lines above, which are for it

    os._exit(run_main())
