/**
 * The bundled MariaDB server, used when no other database is configured, and the JDBC driver that starts it.
 */
@NullMarked
package org.affogato.engine.embedded;

import org.jspecify.annotations.NullMarked;
