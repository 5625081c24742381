package org.affogato.engine.install;

import java.util.function.Consumer;
import org.affogato.engine.spi.Context;

/** Opens contexts for work of a migrate: Administrator's, lenient, each a transaction that is committed at its end. */
@FunctionalInterface
public interface Contexts {
    void run(Consumer<Context> work);
}
