"""Build tooling of the ML Interview Handbook: plain functions, free of the site generator.

The MkDocs hooks in ``scripts/hooks`` and the commands in ``scripts`` are thin callers of these modules.
"""
