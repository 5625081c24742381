@NullMarked
package org.affogato.engine.permission;

import org.jspecify.annotations.NullMarked;
