package dev.hemstitch.examples.http;

import java.net.InetAddress;

/** Which addresses may be asked. A host is asked only if all of its addresses may be. */
@FunctionalInterface
public interface AddressPolicy {
    /**
     * Addresses of the public internet only: not those of this host, of private, shared (carrier) and local networks, of
     * cloud metadata services, nor multicast, documentation, reserved, or those that hide another (mapped, 6to4, Teredo). An
     * address behind NAT64's well-known prefix counts as the one that it stands for.
     */
    AddressPolicy PUBLIC = PublicAddresses::contains;

    /**
     * Every address, and names are not even looked up: only where all URIs, also those behind redirects and in responses, come
     * from people one trusts, or where a proxy holds the rules.
     */
    AddressPolicy ANY = address -> true;

    /**
     * Judges an address.
     *
     * @param address the address, from a literal or from looking up a name
     * @return whether it may be asked
     */
    boolean allows(InetAddress address);
}
