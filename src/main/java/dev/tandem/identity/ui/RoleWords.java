package dev.tandem.identity.ui;

import dev.tandem.identity.Role;

/** Roles as people call them. */
final class RoleWords {
  private RoleWords() {}

  static String of(Role role) {
    return switch (role) {
      case REP -> "Sales representative";
      case MARKETER -> "Marketer";
      case ADMINISTRATOR -> "Administrator";
    };
  }
}
