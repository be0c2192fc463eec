package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.installation.InstallationStore;

class InMemoryInstallationStoreTest extends InstallationStoreContract {

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();

    @Override
    protected InstallationStore store() {
        return store;
    }

    @Override
    protected void expireLease() {
        store.expireLease();
    }
}
