// Package storage holds the checks of Azure Storage, one to a file.
package storage

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	BlobPublicAccess,
	BlobSoftDelete,
	BlobVersioning,
	ContainerPrivate,
	ContainerSoftDelete,
	CrossTenantReplication,
	CustomerKey,
	DefaultDeny,
	DeleteLock,
	EntraByDefault,
	FileSoftDelete,
	GeoRedundancy,
	InfrastructureEncryption,
	KeyAge,
	KeyRotationReminder,
	MinTLS,
	PrivateEndpoint,
	PublicNetworkAccess,
	ReadOnlyLock,
	SMBEncryption,
	SMBVersion,
	SecureTransfer,
	SharedKeyAccess,
	TrustedServices,
}

const perimeter = "SecuredByPerimeter"

// is reports whether a value is want; case does not matter in Azure.
func is(k inventory.Known[string], want string) inventory.Known[bool] {
	return inventory.Map(k, func(s string) bool { return strings.EqualFold(s, want) })
}

// other is for a value that is neither the good one nor the bad one.
func other(p *checks.Probe, what, value string) {
	p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the " + what + " " + value + " is not a known one"})
}

// blobs makes the Run of a check of the settings of an account's blobs.
func blobs(look func(*checks.Probe, *storage.Account, storage.BlobService)) checks.Run {
	return checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		b, ok := a.Blob.Get(p)
		switch {
		case !ok:
		case b.Absent:
			p.Skipf("accounts of this kind hold no blobs")
		default:
			look(p, a, b)
		}
	})
}

// files makes the Run of a check of the settings of an account's file shares,
// of those over SMB alone where smb says so.
func files(smb bool, look func(*checks.Probe, storage.FileService)) checks.Run {
	return checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		f, ok := a.File.Get(p)
		n, counted := a.Shares.Get(p)
		switch {
		case !ok || !counted:
		case f.Absent:
			p.Skipf("accounts of this kind hold no file shares")
		case n.SMB == 0 && n.NFS == 0:
			p.Skipf("the account has no file shares")
		case n.SMB == 0 && smb:
			p.Skipf("the account's file shares are all over NFS")
		default:
			look(p, f)
		}
	})
}

// keyed makes the Run of a check of an account's access keys.
func keyed(look func(*checks.Probe, *storage.Account)) checks.Run {
	return checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		on, ok := a.SharedKeyAccess.Get(p)
		switch {
		case !ok:
		case !on:
			p.Skipf("the keys open nothing: the account takes no requests by key")
		default:
			look(p, a)
		}
	})
}

// locked makes the Run that asks for a lock of one of the grades.
func locked(missing string, grades ...string) checks.Run {
	return checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		var hidden inventory.Gaps
		var others []string
		for l := range storage.Locks.All(p.Inv, &hidden) {
			if !l.Covers(a.Full) {
				continue
			}
			grade, ok := l.Grade.Get(&hidden)
			if ok && slices.ContainsFunc(grades, func(g string) bool { return strings.EqualFold(g, grade) }) {
				return
			}
			if ok {
				others = append(others, grade)
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("locks", others)
		p.Absentf("%s", missing)
	})
}
