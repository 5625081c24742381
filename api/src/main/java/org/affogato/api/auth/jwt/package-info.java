/** Short-lived signed tokens that programs check without asking the site. */
@NullMarked
package org.affogato.api.auth.jwt;

import org.jspecify.annotations.NullMarked;
