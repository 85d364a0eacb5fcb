package dev.tandem.embed.context;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The IFRAME of a Dynamics 365 form passes {@code typename} and {@code id} unsigned, so they say
 * what to show and not to whom.
 */
@Component
class DynamicsHint implements ContextVerifier {
  private static final Pattern ID =
      Pattern.compile("\\{?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\}?");

  @Override
  public Crm crm() {
    return Crm.DYNAMICS;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    var id = call.only("id");
    var type = call.only("typename");
    if (id == null || type == null) return new Verdict.Refused(Fault.MISSING);
    var form = ID.matcher(id.toLowerCase(Locale.ROOT));
    if (!type.equals("opportunity") || !form.matches()) return new Verdict.Refused(Fault.MALFORMED);
    var organisation = call.only("orgname");
    if (!tenant.organisation().isEmpty() && !tenant.organisation().equals(organisation))
      return new Verdict.Refused(Fault.NOT_GENUINE);
    return new Verdict.SignInFirst(form.group(1));
  }
}
