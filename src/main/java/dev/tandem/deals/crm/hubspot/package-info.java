/** HubSpot's CRM API: deals by search, their history, pipelines, companies, contacts, owners. */
@NullMarked
package dev.tandem.deals.crm.hubspot;

import org.jspecify.annotations.NullMarked;
