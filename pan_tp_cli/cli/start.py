"""Where the process begins: what must happen before anything heavy is imported."""

import gc
import os
import sys
from typing import Final

from pan_tp_cli.cli import spared
from pan_tp_cli.cli.exit_code import ExitCode
from pan_tp_cli.cli.language import language

DISABLED: Final = "PYDANTIC_DISABLE_PLUGINS"
ALL: Final = "__all__"


def main() -> None:
    """Run pan-tp and end the process with its exit code.

    Five things spare a check a third of its time (docs/decisions/0004, 0025, 0032). pydantic is
    told not to look through all installed packages for plugins of its own, and its core makes no
    keys of typed dictionaries. Modules that libraries import and hardly ever use wait for their
    first use. The garbage collector is off: one short process makes no garbage worth its passes.
    And the process ends at once, all output being written, instead of taking its modules down one
    by one.
    """
    try:
        code = _run()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Exception as error:
        from pan_tp_cli.cli import own_fault  # what is left where modules or libraries are missing

        code = own_fault.told(error, language(sys.argv[1:]))
    os._exit(code)


def _run() -> int:
    gc.disable()
    spared.postpone()
    spared.load_no_keys()
    if os.environ.setdefault(DISABLED, ALL) == ALL:
        spared.load_no_plugins()
    from pan_tp_cli.cli.main import main as run_main  # after the lines above, which are for it

    return run_main()
