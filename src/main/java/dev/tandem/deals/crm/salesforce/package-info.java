/** Salesforce's REST API: opportunities by SOQL, their history, contact roles and campaign. */
@NullMarked
package dev.tandem.deals.crm.salesforce;

import org.jspecify.annotations.NullMarked;
