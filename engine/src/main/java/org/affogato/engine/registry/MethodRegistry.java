package org.affogato.engine.registry;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Finds the Java method behind {@code /api/method/<dotted path>}. */
public final class MethodRegistry {
    private final Map<String, WhitelistedMethod> byPath = new LinkedHashMap<>();

    public MethodRegistry(List<? extends WhitelistedMethods> owners) {
        owners.forEach(this::register);
    }

    private void register(WhitelistedMethods owner) {
        for (Method method : owner.getClass().getMethods()) {
            Whitelisted whitelisted = method.getAnnotation(Whitelisted.class);
            if (whitelisted != null) {
                WhitelistedMethod callable = WhitelistedMethod.of(owner, method, whitelisted);
                for (String path : whitelisted.value()) {
                    add(path, callable);
                }
            }
        }
    }

    private void add(String path, WhitelistedMethod method) {
        WhitelistedMethod other = byPath.put(path, method);
        if (other != null) {
            throw new IllegalStateException("Two methods are whitelisted as " + path);
        }
    }

    public Optional<WhitelistedMethod> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** All paths with their methods, for documentation. */
    public Map<String, WhitelistedMethod> all() {
        return Collections.unmodifiableMap(byPath);
    }
}
