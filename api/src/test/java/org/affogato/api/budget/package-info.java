/** What requests may cost: statements as the database server sees them. */
@NullMarked
package org.affogato.api.budget;

import org.jspecify.annotations.NullMarked;
