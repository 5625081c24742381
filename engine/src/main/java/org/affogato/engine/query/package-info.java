/** List calls: parsed against the Meta into a typed tree, planned, written as one statement with bound values. */
@NullMarked
package org.affogato.engine.query;

import org.jspecify.annotations.NullMarked;
