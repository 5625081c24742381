/** Brings a site up to date: definitions, tables, patches; and what saving a definition does. */
@NullMarked
package org.affogato.engine.install;

import org.jspecify.annotations.NullMarked;
