"""`python -m storybank`: the same as the command `storybank`."""

from storybank.cli import main

if __name__ == "__main__":
    main()
