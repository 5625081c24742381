/** Trees of documents, node by node. */
@NullMarked
package org.affogato.api.method.desk.tree;

import org.jspecify.annotations.NullMarked;
