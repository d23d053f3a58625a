package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestProxyTLS(t *testing.T) {
	sound := func() *rds.DBProxy {
		return &rds.DBProxy{Resource: inventory.Resource{ID: "pool"}, RequireTLS: inventory.Of(true), Status: inventory.Of("available")}
	}
	each(t, ProxyTLS, rds.DBProxies, sound, nil,
		look[rds.DBProxy]{"required", checks.Pass, nil},
		look[rds.DBProxy]{"not required", checks.Fail, func(x *rds.DBProxy) { x.RequireTLS = inventory.Of(false) }},
		look[rds.DBProxy]{"hidden", checks.Unknown, func(x *rds.DBProxy) { x.RequireTLS = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBProxy]{"deleting", checks.NotApplicable, func(x *rds.DBProxy) { x.Status = inventory.Of("deleting") }},
	)
}
