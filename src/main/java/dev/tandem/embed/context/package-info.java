/**
 * Who looks at which deal, as each CRM proves it. A {@code ContextCall} goes to the {@code
 * ContextVerifier} of its tenant's CRM and comes back as a {@code Verdict}; what was proved once is
 * noted in {@code SeenContexts}, and the CRM's user becomes a user of Tandem in {@code CrmUsers}.
 * Nothing here knows the sidebar.
 */
@NullMarked
package dev.tandem.embed.context;

import org.jspecify.annotations.NullMarked;
