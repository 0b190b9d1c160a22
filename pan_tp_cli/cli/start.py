"""Where the process begins: what must happen before anything heavy is imported."""

import gc
import os


def main() -> None:
    """Run pan-tp and end the process with its exit code.

    The garbage collector is off: one short process makes no garbage worth its passes. And the
    process ends at once, all output being written: taking its modules down one by one would
    cost half as much as the check (docs/decisions/0004).
    """
    gc.disable()
    from pan_tp_cli.cli.main import main as run_main  # after the line above, which it is for

    os._exit(run_main())
