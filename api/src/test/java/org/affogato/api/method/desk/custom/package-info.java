@NullMarked
package org.affogato.api.method.desk.custom;

import org.jspecify.annotations.NullMarked;
