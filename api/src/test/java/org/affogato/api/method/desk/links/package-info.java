@NullMarked
package org.affogato.api.method.desk.links;

import org.jspecify.annotations.NullMarked;
