package main

// A canary shows that the linker still drops what nothing calls: the check of
// the binary's size fails when the method is found in it. Something that looks
// methods up by name would keep it, and with it every operation of every
// client of the SDKs.
type canary struct{}

// ExportedNeverCalled is called by nothing.
func (canary) ExportedNeverCalled() string { return "canary" }

// keepCanary puts the canary where reflection could reach it.
var keepCanary any = canary{}
