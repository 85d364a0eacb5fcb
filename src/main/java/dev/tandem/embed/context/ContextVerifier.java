package dev.tandem.embed.context;

/** Checks what one CRM sends. Expected faults are answers, not exceptions. */
interface ContextVerifier {

  Crm crm();

  Verdict verify(Tenant tenant, ContextCall call);
}
