/** Finds things by name: compiled definitions, controllers, apps, methods. */
@NullMarked
package org.affogato.engine.registry;

import org.jspecify.annotations.NullMarked;
