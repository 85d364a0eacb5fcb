package dev.tandem.embed.context;

import org.springframework.stereotype.Component;

/** Any CRM that can show a link with the deal's id in it: {@code ?deal=ID}, behind sign-in. */
@Component
class LinkHint implements ContextVerifier {

  @Override
  public Crm crm() {
    return Crm.LINK;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    var id = call.only("deal");
    if (id == null) return new Verdict.Refused(Fault.MISSING);
    if (tenant.deal(id).isEmpty()) return new Verdict.Refused(Fault.MALFORMED);
    return new Verdict.SignInFirst(id);
  }
}
