/**
 * Deals that come in by themselves. A {@link dev.tandem.deals.crm.CrmGateway} reads a CRM page by
 * page {@code → FieldMapping → DealReading → Opportunities}, and the cursor behind a page is
 * committed with its deals. Each CRM has an adapter in a package of its own.
 */
@NullMarked
package dev.tandem.deals.crm;

import org.jspecify.annotations.NullMarked;
