/** Any CRM with a REST interface, by configuration. */
@NullMarked
package dev.tandem.deals.crm.rest;

import org.jspecify.annotations.NullMarked;
