package org.affogato.engine.spi;

/** Something that works beside requests while the server serves: started once it is ready, stopped before it ends. */
public interface BackgroundWork {
    void start();

    void stop();
}
