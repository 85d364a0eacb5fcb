package dev.tandem.embed.context;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The way in for CRMs: what is proved, by whom, and whether for the first time. */
@Component
@EnableConfigurationProperties(Tenants.class)
public class Contexts {
  private static final Logger log = LoggerFactory.getLogger(Contexts.class);

  private final Tenants tenants;
  private final Map<Crm, ContextVerifier> verifiers = new EnumMap<>(Crm.class);
  private final SeenContexts seen;
  private final CrmUsers users;

  Contexts(Tenants tenants, List<ContextVerifier> verifiers, SeenContexts seen, CrmUsers users) {
    this.tenants = tenants;
    this.seen = seen;
    this.users = users;
    verifiers.forEach(verifier -> this.verifiers.put(verifier.crm(), verifier));
    tenants.tenants().forEach(Contexts::requireKey);
  }

  /** What became of a context. */
  public sealed interface Admission {

    /** Somebody whom the CRM vouches for. */
    record Admitted(UserId rep, CrmContext context) implements Admission {}

    /**
     * The CRM vouches for nobody.
     *
     * @param deal the CRM's own id
     */
    record SignInFirst(String deal) implements Admission {}

    record Refused(Fault fault) implements Admission {}
  }

  /**
   * @param from the caller's address, for the log
   */
  public Admission admit(String name, ContextCall call, String from) {
    var tenant = tenants.find(name).orElse(null);
    if (tenant == null) return refused("(unknown)", null, Fault.UNKNOWN_CRM, from);
    var verifier = verifiers.get(tenant.crm());
    if (verifier == null) throw new IllegalStateException("no verifier for " + tenant.crm());
    return switch (verifier.verify(tenant, call)) {
      case Verdict.Refused(var fault) -> refused(name, tenant, fault, from);
      case Verdict.SignInFirst(var deal) -> new Admission.SignInFirst(deal);
      case Verdict.Genuine(var context, var once, var until) -> {
        if (!seen.first(name, once, until)) yield refused(name, tenant, Fault.REPLAYED, from);
        var account = users.find(tenant, context.users());
        if (account.isEmpty()) yield refused(name, tenant, Fault.UNKNOWN_USER, from);
        if (account.get().disabled()) yield refused(name, tenant, Fault.DISABLED_USER, from);
        yield new Admission.Admitted(account.get().user().id(), context);
      }
    };
  }

  /** The deal of a signed-in user's own choice; empty for an unknown CRM or no id. */
  public Optional<OpportunityId> dealOf(String name, String inCrm) {
    return tenants.find(name).flatMap(tenant -> tenant.deal(inCrm));
  }

  /** Where a tenant's CRM reaches Tandem, without a slash at the end; empty where nobody said. */
  public String baseUrl(String name) {
    return tenants.find(name).map(Tenant::publicBaseUrl).orElse("");
  }

  private static Admission refused(String name, @Nullable Tenant tenant, Fault fault, String from) {
    log.warn(
        "Refused a context of {} ({}) from {}: {}",
        name,
        tenant == null ? "no such tenant" : tenant.crm().id(),
        from,
        fault);
    return new Admission.Refused(fault);
  }

  /** A key that cannot work is found at the start and not by the first rep. */
  private static void requireKey(String name, Tenant tenant) {
    if (tenant.publicKey().isEmpty() || PublicKeys.read(tenant.publicKey()).isPresent()) return;
    throw new IllegalArgumentException(
        "tandem.embed.tenants."
            + name
            + ".public-key must be PEM of an RSA key of at least 2048 bits or of one on P-256");
  }
}
