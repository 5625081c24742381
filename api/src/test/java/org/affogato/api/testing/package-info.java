/** What tests over HTTP share. */
@NullMarked
package org.affogato.api.testing;

import org.jspecify.annotations.NullMarked;
