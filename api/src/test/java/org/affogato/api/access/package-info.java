@NullMarked
package org.affogato.api.access;

import org.jspecify.annotations.NullMarked;
