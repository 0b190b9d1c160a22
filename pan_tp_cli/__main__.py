"""`python -m pan_tp_cli` is `pan-tp`."""

from pan_tp_cli.cli.start import main

if __name__ == "__main__":
    main()
