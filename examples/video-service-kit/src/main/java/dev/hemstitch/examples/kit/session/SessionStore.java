package dev.hemstitch.examples.kit.session;

import java.io.IOException;
import java.util.Optional;

/**
 * Where sessions are, for one process or for many. Values are texts; whoever changes one says which version it was made of, so
 * nothing that another replica wrote is ever lost. Safe for use by several threads.
 */
public interface SessionStore extends AutoCloseable {
    /**
     * What is stored.
     *
     * @param value the text
     * @param version what tells this version from all others
     */
    record Stored(String value, String version) {}

    /**
     * Reads a value, which then lives longer.
     *
     * @param key its key: printable ASCII
     * @return the value; empty if there is none, or if it expired
     * @throws IOException if the store does not answer
     */
    Optional<Stored> load(String key) throws IOException;

    /**
     * Writes a value if nobody else did.
     *
     * @param key its key: printable ASCII
     * @param expected what was loaded before; empty if there was nothing
     * @param value the new value
     * @return whether it is stored; if not, another one is: load it
     * @throws IOException if the store does not answer; whether the value is stored is then unknown
     */
    boolean compareAndSet(String key, Optional<Stored> expected, String value) throws IOException;

    @Override
    void close();
}
