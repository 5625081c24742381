/** What comes in over HTTP, bad input above all. */
@NullMarked
package org.affogato.api.request;

import org.jspecify.annotations.NullMarked;
