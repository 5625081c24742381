/** Sites for the tests of apps. */
@NullMarked
package org.affogato.doctypes.testing;

import org.jspecify.annotations.NullMarked;
