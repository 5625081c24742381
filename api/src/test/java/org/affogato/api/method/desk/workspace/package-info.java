@NullMarked
package org.affogato.api.method.desk.workspace;

import org.jspecify.annotations.NullMarked;
