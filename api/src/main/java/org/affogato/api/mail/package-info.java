/** Mail that leaves the site. */
@NullMarked
package org.affogato.api.mail;

import org.jspecify.annotations.NullMarked;
