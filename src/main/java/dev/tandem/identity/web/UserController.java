package dev.tandem.identity.web;

import dev.tandem.identity.Account;
import dev.tandem.identity.GeneratedPassword;
import dev.tandem.identity.GrantedScopes;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import dev.tandem.identity.UserChange;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@RequestMapping("/api/v1/users")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "identity")
class UserController {
  private final Users users;
  private final GrantedScopes granted;

  UserController(Users users, GrantedScopes granted) {
    this.users = users;
    this.granted = granted;
  }

  /**
   * @param program has no password and comes with API tokens only
   */
  record New(
      @NotBlank @Size(max = 120) String id,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 40) String role,
      @Size(max = 200) @Nullable String team,
      @Nullable Boolean program) {}

  /** What is missing stays as it is. */
  record Changed(@Size(max = 40) @Nullable String role, @Nullable Boolean disabled) {}

  /**
   * @param password to be changed at the first sign-in; only in the answer that made it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Person(
      String id,
      String name,
      String role,
      String team,
      boolean program,
      boolean disabled,
      boolean mustChangePassword,
      Instant createdAt,
      @Nullable String password) {
    static Person of(Account account, @Nullable String password) {
      return new Person(
          account.user().id().value(),
          account.user().displayName(),
          account.user().role().id(),
          account.team(),
          !account.signsIn(),
          account.disabled(),
          account.mustChangePassword(),
          account.createdAt(),
          password);
    }
  }

  @GetMapping
  @Operation(summary = "Everyone who may use Tandem, by name")
  List<Person> list() {
    return users.all().stream().map(account -> Person.of(account, null)).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "A user")
  Person get(@PathVariable String id) {
    var user = user(id);
    return users
        .find(user)
        .map(account -> Person.of(account, null))
        .orElseThrow(() -> CallerInput.missing("there is no user '" + user + "'"));
  }

  @PostMapping
  @Operation(summary = "Adds a person, whose first password is shown this once, or a program")
  ResponseEntity<Person> create(@Valid @RequestBody New wanted) {
    var user = new User(user(wanted.id()), wanted.name().strip(), role(wanted.role()));
    boolean program = Boolean.TRUE.equals(wanted.program());
    if (!program) requireAllScopes();
    var password = program ? null : GeneratedPassword.next();
    var made =
        password == null
            ? users.createProgram(user)
            : users.create(user, wanted.team() == null ? "" : wanted.team().strip(), password);
    var account = done(made);
    return ResponseEntity.created(URI.create("/api/v1/users/" + encoded(user.id())))
        .cacheControl(CacheControl.noStore())
        .body(Person.of(account, password));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Gives another role, or disables or enables; the last administrator stays")
  Person change(@PathVariable String id, @Valid @RequestBody Changed wanted) {
    var user = user(id);
    if (wanted.role() == null && wanted.disabled() == null)
      throw CallerInput.wrong("say a role, or whether the user is disabled");
    if (wanted.role() != null) done(users.changeRole(user, role(wanted.role())));
    if (wanted.disabled() != null)
      done(wanted.disabled() ? users.disable(user) : users.enable(user));
    return get(id);
  }

  @PostMapping("/{id}/password")
  @Operation(summary = "Another first password, shown this once; open sessions of the user end")
  ResponseEntity<Person> newPassword(@PathVariable String id) {
    requireAllScopes();
    var password = GeneratedPassword.next();
    var account = done(users.setPassword(user(id), password));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Person.of(account, password));
  }

  /** Whoever signs in has no scopes, so a password is more than a narrowed token may hand on. */
  private void requireAllScopes() {
    var lacking = EnumSet.copyOf(Scope.all());
    lacking.removeAll(granted.scopes());
    if (!lacking.isEmpty())
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN,
          "this token lacks " + Scope.list(lacking) + ", so it cannot hand out passwords");
  }

  private static Account done(UserChange change) {
    return switch (change) {
      case UserChange.Done(var account) -> account;
      case UserChange.NotFound _ -> throw CallerInput.missing(change.problem());
      case UserChange.NameTaken _, UserChange.Refused _ ->
          throw new ResponseStatusException(HttpStatus.CONFLICT, change.problem());
    };
  }

  private static UserId user(String name) {
    return CallerInput.read(() -> new UserId(name));
  }

  private static Role role(String id) {
    return Arrays.stream(Role.values())
        .filter(role -> role.id().equals(id.strip()))
        .findFirst()
        .orElseThrow(
            () -> CallerInput.wrong("role: 'rep', 'marketer' or 'administrator' is expected"));
  }

  private static String encoded(UserId id) {
    return java.net.URLEncoder.encode(id.value(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
