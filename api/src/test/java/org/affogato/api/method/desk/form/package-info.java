@NullMarked
package org.affogato.api.method.desk.form;

import org.jspecify.annotations.NullMarked;
