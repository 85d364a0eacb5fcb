package dev.tandem.requests.web;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.requests.RequestOwners;
import dev.tandem.requests.ServiceLevels;
import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.ContentType;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Who answers for which content, and how soon. */
@RestController
@RequestMapping("/api/v1/request-rules")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class RequestRuleController {
  private final RequestOwners owners;
  private final ServiceLevels levels;
  private final Users users;

  RequestRuleController(RequestOwners owners, ServiceLevels levels, Users users) {
    this.owners = owners;
    this.levels = levels;
    this.users = users;
  }

  /**
   * @param type a content type; null for all without a rule of their own
   * @param product null for every product
   */
  record Owner(
      @Size(max = 100) @Nullable String type,
      @Size(max = 120) @Nullable String product,
      @NotBlank @Size(max = 120) String owner) {
    static Owner of(RequestOwners.Rule rule) {
      var type = rule.type();
      return new Owner(
          type == null ? null : type.id(),
          rule.product().isEmpty() ? null : rule.product(),
          rule.owner().value());
    }
  }

  /**
   * @param type a content type; null for all without a level of their own
   * @param answerDays working days until a yes or no, 1 to 60
   * @param deliveryDays working days until the content, 1 to 365
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Level(@Size(max = 100) @Nullable String type, int answerDays, int deliveryDays) {
    static Level of(ServiceLevels.Level level) {
      var type = level.type();
      return new Level(type == null ? null : type.id(), level.answerDays(), level.deliveryDays());
    }
  }

  @GetMapping("/owners")
  @Operation(summary = "Who answers for which kind of content; the fallback comes last")
  List<Owner> owners() {
    return owners.rules().stream().map(Owner::of).toList();
  }

  @PutMapping("/owners")
  @Operation(summary = "Names the owner of a type and product")
  List<Owner> name(@Valid @RequestBody Owner wanted) {
    var owner = CallerInput.read(() -> new UserId(wanted.owner()));
    if (users.find(owner).filter(RequestRuleController::mayAnswer).isEmpty())
      throw CallerInput.wrong("owner: no marketer or administrator '" + owner + "'");
    owners.set(new RequestOwners.Rule(type(wanted.type()), product(wanted.product()), owner));
    return owners();
  }

  private static boolean mayAnswer(Account account) {
    return account.user().role() != Role.REP && !account.disabled();
  }

  @DeleteMapping("/owners")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Removes the rule of a type and product")
  void removeOwner(
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Size(max = 120) @Nullable String product) {
    owners.remove(type(type), product(product));
  }

  @GetMapping("/levels")
  @Operation(summary = "What marketing promises, by type of content")
  List<Level> levels() {
    return levels.all().stream().map(Level::of).toList();
  }

  @PutMapping("/levels")
  @Operation(summary = "Promises so many working days for what is asked from now on")
  List<Level> promise(@Valid @RequestBody Level wanted) {
    CallerInput.take(
        () ->
            levels.set(
                new ServiceLevels.Level(
                    type(wanted.type()), wanted.answerDays(), wanted.deliveryDays())));
    return levels();
  }

  @DeleteMapping("/levels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Puts a type of content back to the level of all others")
  void removeLevel(@RequestParam String type) {
    var of = type(type);
    if (of == null) throw CallerInput.wrong("type: the level of everything else stays");
    levels.remove(of);
  }

  private static @Nullable ContentType type(@Nullable String id) {
    if (id == null || id.isBlank()) return null;
    return ContentType.parse(id).orElseThrow(() -> CallerInput.wrong("no content type: " + id));
  }

  private static String product(@Nullable String name) {
    return name == null ? "" : name.strip();
  }
}
