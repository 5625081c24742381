/** Everything that talks SQL but list queries: the transaction, and the rows of documents. */
@NullMarked
package org.affogato.engine.db;

import org.jspecify.annotations.NullMarked;
