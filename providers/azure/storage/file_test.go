package storage

import (
	"slices"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestFiles(t *testing.T) {
	const service = "/fileServices/default"
	inv := azuretest.Collect(t, `{"rows":[`+row("set", `{}`)+`,`+row("unset", `{}`)+`,`+row("blobs", `{}`)+`,`+row("refused", `{}`)+`,`+row("gone", `{}`)+`],
		"get": {
			"`+accounts+"set"+service+`": {"properties":{"shareDeleteRetentionPolicy":{"enabled":true,"days":14},"protocolSettings":{"smb":{"versions":"SMB3.1.1;","channelEncryption":"AES-128-GCM;AES-256-GCM"}}}},
			"`+accounts+"set"+service+`/shares": {"value":[{"name":"a","properties":{"enabledProtocols":"NFS"}},{"name":"b","properties":{"enabledProtocols":"SMB"}},{"name":"c","properties":{}}]},
			"`+accounts+"unset"+service+`": {"properties":{"protocolSettings":{"smb":{}}}},
			"`+accounts+"unset"+service+`/shares": {"value":[]}},
		"refused": {
			"`+accounts+"blobs"+service+`": "409 FeatureNotSupportedForAccount", "`+accounts+"blobs"+service+`/shares": "409 FeatureNotSupportedForAccount",
			"`+accounts+"refused"+service+`": "403 AuthorizationFailed", "`+accounts+"refused"+service+`/shares": "403 AuthorizationFailed"}}`, AccountFile, AccountShares)
	rows := listed(t, inv, Accounts, 4)
	set, _ := rows["set"].File.Peek()
	unset, _ := rows["unset"].File.Peek()
	if set.Retention != inventory.Of(14) || !slices.Equal(set.Versions, []string{"SMB3.1.1"}) || len(set.Encryption) != 2 {
		t.Errorf("%+v", set)
	}
	if known(unset.Retention) || len(unset.Versions) != 3 || len(unset.Encryption) != 3 {
		t.Errorf("%+v", unset)
	}
	if f, ok := rows["blobs"].File.Peek(); !ok || !f.Absent || rows["blobs"].Shares != inventory.Of(Shares{}) {
		t.Errorf("%+v", rows["blobs"])
	}
	if rows["set"].Shares != inventory.Of(Shares{SMB: 2, NFS: 1}) || rows["unset"].Shares != inventory.Of(Shares{}) {
		t.Errorf("%+v", rows["set"].Shares)
	}
	for _, g := range []inventory.Gap{gap(rows["refused"].File), gap(rows["refused"].Shares)} {
		if g.Reason != inventory.Denied {
			t.Errorf("%v", g)
		}
	}
}

func gap[T any](k inventory.Known[T]) inventory.Gap {
	g, _ := k.Gap()
	return g
}
