package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestPrivateNodes(t *testing.T) {
	checktest.Run(t, PrivateNodes, poolCases(func(x *gke.Pool) { x.PrivateNodes = inventory.Of(false) }, func(x *gke.Pool) { x.PrivateNodes = dark[bool]() }))
}
