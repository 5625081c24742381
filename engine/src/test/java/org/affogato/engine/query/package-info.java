/** Tests of list calls on a real database. */
@NullMarked
package org.affogato.engine.query;

import org.jspecify.annotations.NullMarked;
