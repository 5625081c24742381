/** What tests of all modules share. */
@NullMarked
package org.affogato.engine.testing;

import org.jspecify.annotations.NullMarked;
