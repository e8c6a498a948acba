"""Who may come in, and how: users and their passwords, sessions, personal links, tokens of programs."""

from docgen.office.accounts.links import (
    PERSONAL_LINK_DAYS,
    enter_by_link,
    make_link,
    owner_of_link,
    revoke_links,
)
from docgen.office.accounts.passwords import change_password, hashed, reset_password, set_password
from docgen.office.accounts.sessions import (
    SignedIn,
    begin_session,
    end_all_sessions,
    end_session,
    record_failure,
    signed_in,
    stay,
    user_with,
)
from docgen.office.accounts.strength import refuse_weak
from docgen.office.accounts.tokens import (
    Program,
    is_use_known,
    make_token,
    note_use,
    program,
    programs,
    revoke_token,
)
from docgen.office.accounts.users import (
    Account,
    Person,
    account,
    accounts,
    activate,
    change_user,
    create_user,
    deactivate,
    login_of,
)

__all__ = [
    "PERSONAL_LINK_DAYS",
    "Account",
    "Person",
    "Program",
    "SignedIn",
    "account",
    "accounts",
    "activate",
    "begin_session",
    "change_password",
    "change_user",
    "create_user",
    "deactivate",
    "end_all_sessions",
    "end_session",
    "enter_by_link",
    "hashed",
    "is_use_known",
    "login_of",
    "make_link",
    "make_token",
    "note_use",
    "owner_of_link",
    "program",
    "programs",
    "record_failure",
    "refuse_weak",
    "reset_password",
    "revoke_links",
    "revoke_token",
    "set_password",
    "signed_in",
    "stay",
    "user_with",
]
