/** CSV files that another system drops into a folder. */
@NullMarked
package dev.tandem.deals.crm.folder;

import org.jspecify.annotations.NullMarked;
